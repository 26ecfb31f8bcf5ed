package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.embedded.SecondCompiler;

/**
 * The Java that runs the launcher, and everything that it starts.
 */
final class JavaRuntime {

	/**
	 * JDK 25 makes an ahead-of-time cache in one step; before that there is class-data
	 * sharing.
	 */
	private static final int ONE_STEP_CACHE = 25;

	private static final int HOT_IN_TRAINING = 8;

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

	/** The name of a start-up cache that only this very Java may use. */
	static String cacheName() {
		String version = System.getProperty("java.vm.vendor", "") + "-" + Runtime.version();
		return version.replaceAll("[^A-Za-z0-9.+-]", "_") + (hasAheadOfTimeCache() ? ".aot" : ".jsa");
	}

	/** Uses a cache; one that does not fit is passed over without a word. */
	static List<String> use(Path cache) {
		return hasAheadOfTimeCache() ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off")
				: List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:auto", "-Xlog:cds=off");
	}

	/**
	 * Makes a cache from what this run loads and finds hot. What the second compiler
	 * compiles in this run, it would compile at once in those that use the cache.
	 */
	static List<String> make(Path cache) {
		List<String> options = new ArrayList<>(SecondCompiler.after(HOT_IN_TRAINING));
		options.add((hasAheadOfTimeCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache);
		return options;
	}

	private static boolean hasAheadOfTimeCache() {
		return Runtime.version().feature() >= ONE_STEP_CACHE;
	}

}
