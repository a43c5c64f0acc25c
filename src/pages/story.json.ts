/** The whole story as data. */
import type { APIRoute } from 'astro';
import { publish } from '../model/published.ts';
import { theStory } from '../story/load.ts';

export const GET: APIRoute = () => Response.json(publish(theStory(), './story.schema.json'));
