package io.kehu.platform.embedded;

import java.util.List;

/**
 * Thresholds of HotSpot's C2 compiler, whose code is faster but more expensive to
 * produce.
 */
public final class SecondCompiler {

	private SecondCompiler() {
	}

	/**
	 * Returns options that multiply the thresholds at which C2 compiles a method.
	 * @param times the factor, 1 for the default
	 * @return options for the command line of Java
	 */
	public static List<String> after(int times) {
		return List.of("-XX:Tier4InvocationThreshold=" + 5_000 * times,
				"-XX:Tier4MinInvocationThreshold=" + 600 * times, "-XX:Tier4CompileThreshold=" + 15_000 * times,
				"-XX:Tier4BackEdgeThreshold=" + 40_000 * times);
	}

}
