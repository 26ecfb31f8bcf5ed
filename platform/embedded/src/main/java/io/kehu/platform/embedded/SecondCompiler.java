package io.kehu.platform.embedded;

import java.util.List;

/**
 * When HotSpot's second compiler, whose code is the faster and costs the more to make,
 * takes a method on.
 */
public final class SecondCompiler {

	private SecondCompiler() {
	}

	/**
	 * Lets it wait for methods that are called so many times as often as by default.
	 * @param times 1 for the default
	 * @return options for Java's command line
	 */
	public static List<String> after(int times) {
		return List.of("-XX:Tier4InvocationThreshold=" + 5_000 * times,
				"-XX:Tier4MinInvocationThreshold=" + 600 * times, "-XX:Tier4CompileThreshold=" + 15_000 * times,
				"-XX:Tier4BackEdgeThreshold=" + 40_000 * times);
	}

}
