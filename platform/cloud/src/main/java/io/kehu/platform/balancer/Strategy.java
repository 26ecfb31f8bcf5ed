package io.kehu.platform.balancer;

/**
 * How the turns of a service's instances are given out.
 */
enum Strategy {

	/** Smooth weighted round-robin by the instances' weight. */
	WEIGHTED,

	/** Each in turn; a weight says only whether an instance takes part. */
	ROUND_ROBIN,

	/** By lot; a weight says only whether an instance takes part. */
	RANDOM;

	<T> Rotation<T> rotation() {
		return switch (this) {
			case WEIGHTED, ROUND_ROBIN -> new SmoothRotation<>();
			case RANDOM -> new RandomRotation<>();
		};
	}

	int share(int weight) {
		return switch (this) {
			case WEIGHTED -> weight;
			case ROUND_ROBIN, RANDOM -> Math.min(1, weight);
		};
	}

}
