#!/usr/bin/env bash
# Writes the bill of materials of everything that is shipped (target/bom.json, target/bom.xml) and, from it, the
# licences of all libraries (docs/licences.md). Fails if a library has a licence that build/Licences.java does not allow.
set -euo pipefail
cd "$(dirname "$0")/.."
. build/newest-jdk.sh
version=$(sed -n 's:.*<cyclonedx.version>\(.*\)</cyclonedx.version>.*:\1:p' pom.xml)
./mvnw -B -ntp -q "org.cyclonedx:cyclonedx-maven-plugin:$version:makeAggregateBom" \
  -DincludeTestScope=false -DincludeProvidedScope=false -DincludeBomSerialNumber=false "$@"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" build/Licences.java target/bom.xml docs/licences.md
