#!/usr/bin/env bash
# Makes the pictures in this folder again from the notes of the demo.
# Needs pdftoppm and pdftotext (poppler-utils) and convert (ImageMagick).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

npm run --silent demo -- --quiet

# page NOTE WORDS PICTURE: the first page of the note that holds the words
page() {
  local pdf="output/$1/note.pdf" number=1
  until pdftotext -f "$number" -l "$number" "$pdf" - | tr '\n' ' ' | grep -q "$2"; do
    number=$((number + 1))
  done
  pdftoppm -r 70 -f "$number" -l "$number" -singlefile -png "$pdf" "docs/pictures/$3"
  convert "docs/pictures/$3.png" +dither -colors 64 -strip -define png:compression-level=9 "docs/pictures/$3.png"
}

page 2025-07-02-tessilith 'In brief' first-page
page 2025-07-02-tessilith 'Exhibit 2\. ' dependence
page 2025-07-02-tessilith 'Exhibit 4\. ' quotes
page 2025-07-02-tessilith 'Exhibit 5\. ' cases
page 2026-03-21-bittensor 'In brief' from-an-article
