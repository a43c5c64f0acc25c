#!/bin/sh
# A bucket with the S3 interface, by the AWS CLI: sh integrations/hosts/s3.sh dist s3://BUCKET/some/folder; see
# docs/hosting.md. A store says of a file what it was told when the file came, so each sort of file comes by itself.
# Whatever else lies in that place goes, but for what pages that are still open ask for, and earlier editions.
set -eu
from=$1
to=${2%/}

types='css=text/css;charset=utf-8 csv=text/csv;charset=utf-8 html=text/html;charset=utf-8
  js=text/javascript;charset=utf-8 json=application/json;charset=utf-8 mjs=text/javascript;charset=utf-8
  png=image/png svg=image/svg+xml;charset=utf-8 txt=text/plain;charset=utf-8 woff2=font/woff2
  xml=application/xml;charset=utf-8'

# put TYPE CACHE FILTER…: of the filters the last that fits a file counts.
put() {
  type=$1 cache=$2
  shift 2
  aws s3 cp "$from" "$to/" --recursive --content-type "$type" --cache-control "$cache" --exclude '*' "$@"
}

# What pages ask for comes before them.
for each in $types; do
  end=${each%%=*}
  put "${each#*=}" 'public, max-age=31536000, immutable' --include "_astro/*.$end" --include "v/*/_astro/*.$end"
done
for each in $types; do
  put "${each#*=}" 'no-cache' --include "*.${each%%=*}" --exclude '_astro/*' --exclude 'v/*/_astro/*'
done
put 'text/javascript;charset=utf-8' 'public, max-age=300' --include 'embed/v1.js' --include 'embed/v1.mjs' \
  --include 'v/*/embed/v1.js' --include 'v/*/embed/v1.mjs'

aws s3 sync "$from" "$to/" --size-only --delete --exclude '_astro/*' --exclude 'v/*' --exclude '*.br' \
  --exclude '*.gz' --exclude '_headers' --exclude '_redirects'
