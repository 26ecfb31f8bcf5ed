# Sourced: points JAVA_HOME at the newest JDK (17 or later) found in the usual folders; leaves it alone when none is newer.
newest_jdk() {
  local best="" best_version=0 home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -gt "$best_version" ]; then
      best=$home
      best_version=$version
    fi
  done
  if [ -n "$best" ]; then
    export JAVA_HOME=$best
  fi
}
newest_jdk
