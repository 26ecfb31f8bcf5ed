# Sourced: sets JAVA_HOME to the newest JDK (17 or later) in the usual folders or on the PATH; leaves it unchanged if there is none.
newest_jdk() {
  best="" best_version=16
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ] && [ -x /usr/libexec/java_home ]; then
    on_path=$(/usr/libexec/java_home 2>/dev/null || true)
  elif [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/*; do
    if [ -z "$home" ] || [ ! -x "$home/bin/javac" ] || [ ! -r "$home/release" ]; then continue; fi
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -gt "$best_version" ]; then
      best=$home
      best_version=$version
    fi
  done
  if [ -n "$best" ]; then
    export JAVA_HOME="$best"
  fi
}
newest_jdk
