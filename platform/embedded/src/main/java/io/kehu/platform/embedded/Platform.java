package io.kehu.platform.embedded;

import java.util.Locale;

/**
 * The operating system and processor that binaries are chosen for.
 *
 * @param isMac true on macOS, false on Linux
 * @param isArm true on arm64, false on x86-64
 */
record Platform(boolean isMac, boolean isArm) {

	static Platform current() {
		return of(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Platform of(String system, String processor) {
		String name = system.toLowerCase(Locale.ROOT);
		String architecture = processor.toLowerCase(Locale.ROOT);
		boolean isMac = name.startsWith("mac");
		boolean isArm = architecture.equals("aarch64") || architecture.equals("arm64");
		boolean isIntel = architecture.equals("amd64") || architecture.equals("x86_64");
		if (!(isMac || name.startsWith("linux")) || !(isArm || isIntel)) {
			throw new ServerStartException("Embedded servers are not available for " + system + " on " + processor
					+ ": use Linux or macOS on x86-64 or arm64, or Docker.");
		}
		return new Platform(isMac, isArm);
	}

	String name() {
		return (this.isMac ? "darwin" : "linux") + "-" + (this.isArm ? "arm64" : "amd64");
	}

}
