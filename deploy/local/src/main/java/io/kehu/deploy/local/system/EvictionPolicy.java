package io.kehu.deploy.local.system;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the cache evicts when it is full.
 */
public enum EvictionPolicy {

	/** What has not been used for the longest time. */
	LRU,

	/** What is used least often. */
	LFU;

	/** Returns the policy as Redis calls it. */
	String option() {
		return (this == LRU) ? "allkeys-lru" : "allkeys-lfu";
	}

	/**
	 * Returns the policy with the name that Redis uses.
	 * @throws LaunchFailure if there is none
	 */
	public static EvictionPolicy of(String option) {
		return Arrays.stream(values())
			.filter((policy) -> policy.option().equals(option))
			.findFirst()
			.orElseThrow(() -> new LaunchFailure("'" + option + "' is not a policy of the cache: use "
					+ Arrays.stream(values()).map(EvictionPolicy::option).collect(Collectors.joining(" or ")) + "."));
	}

}
