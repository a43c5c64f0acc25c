/** The shape of `story.json`, as JSON Schema. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { publishedStory } from '../model/published.ts';

export const GET: APIRoute = () => Response.json(z.toJSONSchema(publishedStory));
