package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.embedded.SecondCompiler;

/**
 * The Java runtime of the launcher and of everything that it starts.
 */
final class JavaRuntime {

	/**
	 * JDK 25 creates ahead-of-time caches in one step; earlier versions use class-data
	 * sharing.
	 */
	private static final int ONE_STEP_CACHE = 25;

	private static final int TRAINING_THRESHOLDS = 8;

	private JavaRuntime() {
	}

	static String command() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	static List<String> command(Application application) {
		List<String> command = new ArrayList<>();
		command.add(command());
		command.addAll(Topology.JVM_OPTIONS);
		command.add("-Xmx" + application.heapMegabytes() + "m");
		command.addAll(application.options());
		return command;
	}

	/** Returns the name of a start-up cache that is specific to this Java version. */
	static String cacheName() {
		String version = System.getProperty("java.vm.vendor", "") + "-" + Runtime.version();
		return version.replaceAll("[^A-Za-z0-9.+-]", "_") + (hasAheadOfTimeCache() ? ".aot" : ".jsa");
	}

	/**
	 * Returns options that use a cache; the JVM silently ignores one that does not match.
	 */
	static List<String> use(Path cache) {
		return hasAheadOfTimeCache() ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off")
				: List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:auto", "-Xlog:cds=off");
	}

	/**
	 * Returns options that create a cache from the classes and profiles of this run.
	 * Methods that C2 compiles in this run would be compiled immediately in runs that use
	 * the cache.
	 */
	static List<String> make(Path cache) {
		List<String> options = new ArrayList<>(SecondCompiler.after(TRAINING_THRESHOLDS));
		options.add((hasAheadOfTimeCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache);
		return options;
	}

	private static boolean hasAheadOfTimeCache() {
		return Runtime.version().feature() >= ONE_STEP_CACHE;
	}

}
