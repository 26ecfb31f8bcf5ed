#!/bin/sh
# Prints the files and lines of each module as a table, or with --graph their dependencies as edges for Mermaid;
# --update replaces both in docs/modules.md.
set -eu
cd "$(dirname "$0")/.."

modules() {
  find . -name pom.xml -not -path '*/target/*' -not -path './.*' | sort | while read -r pom; do
    grep -q '<packaging>pom</packaging>' "$pom" || dirname "$pom" | cut -c3-
  done
}

artifact() {
  sed -n '/<\/parent>/,$ s/^  <artifactId>\(.*\)<\/artifactId>/\1/p' "$1/pom.xml" | head -n 1
}

count() {
  find "$1/$2" -name '*.java' -type f 2>/dev/null | { xargs cat 2>/dev/null || true; } | wc -l | tr -d ' '
}

files() {
  find "$1/$2" -name '*.java' -type f 2>/dev/null | wc -l | tr -d ' '
}

if [ "${1:-}" = --graph ]; then
  names=$(modules | while read -r module; do echo "$(artifact "$module") $module"; done)
  echo "$names" | while read -r name module; do
    echo "  $(echo "$module" | tr / _)[$module]"
    # Dependencies with scope provided or test are dotted
    awk '/<dependency>/ { id = ""; scope = "" } /<artifactId>kehu-/ { id = $0 } /<scope>/ { scope = $0 }
      /<\/dependency>/ && id { gsub(/.*<artifactId>|<\/artifactId>.*/, "", id); print id, (scope ~ /test|provided/ ? "-.->" : "-->") }' \
      "$module/pom.xml" | sort -u | while read -r other arrow; do
      echo "$names" | awk -v from="$module" -v arrow="$arrow" -v other="$other" \
        '$1 == other { edge = from " " arrow " " $2; gsub("/", "_", edge); print "  " edge }'
    done
  done
  exit
fi

if [ "${1:-}" = --update ]; then
  guide=docs/modules.md
  {
    sed '/^flowchart TD$/q' $guide
    build/modules.sh --graph
    sed -n '/^```$/,/^| module | main files/p' $guide | sed '$d'
    build/modules.sh
  } > $guide.new
  mv $guide.new $guide
  exit
fi

echo "| module | main files | main lines | test files | test lines |"
echo "|---|---:|---:|---:|---:|"
modules | while read -r module; do
  echo "| \`$module\` | $(files "$module" src/main/java) | $(count "$module" src/main/java) | $(files "$module" src/test/java) | $(count "$module" src/test/java) |"
done | awk -F'|' '{ print; for (i = 3; i <= 6; i++) sum[i] += $i } END { printf "| total | %d | %d | %d | %d |\n", sum[3], sum[4], sum[5], sum[6] }'
