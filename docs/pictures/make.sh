#!/usr/bin/env bash
# Makes the pictures in this folder again from the notes of the demo.
# Needs pdfinfo, pdftoppm and pdftotext (poppler-utils) and convert (ImageMagick).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

npm run --silent demo -- --quiet
npm run --silent assay -- note tessilith --source files --data samples/simulated \
  --as-of 2025-07-02T00:00:00Z --locale tr --format md,html,pdf --quiet

# page NOTE WORDS PICTURE: the first page of the note that holds the words
page() {
  local pdf="output/$1/note.pdf" number pages
  pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
  for ((number = 1; number <= pages; number++)); do
    if pdftotext -f "$number" -l "$number" "$pdf" - | tr '\n' ' ' | grep -q "$2"; then
      pdftoppm -r 70 -f "$number" -l "$number" -singlefile -png "$pdf" "docs/pictures/$3"
      convert "docs/pictures/$3.png" +dither -colors 64 -strip -define png:compression-level=9 "docs/pictures/$3.png"
      return
    fi
  done
  echo "no page of $pdf says “$2”" >&2
  return 1
}

page 2025-07-02-tessilith 'In brief' first-page
page 2025-07-02-tessilith 'Every span says the same' dependence
page 2025-07-02-tessilith 'change over the day by quote' quotes
page 2025-07-02-tessilith 'Bear, base and bull' cases
page 2025-07-02-tessilith-tr 'Kısaca' turkish
page 2026-03-21-bittensor 'In brief' from-an-article
