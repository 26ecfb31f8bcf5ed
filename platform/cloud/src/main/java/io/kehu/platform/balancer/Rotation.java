package io.kehu.platform.balancer;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The order in which the members of a changing set take their turns; safe for use by many
 * threads.
 *
 * @param <T> what takes turns
 */
interface Rotation<T> {

	/**
	 * Replaces the members, keeping what is known of those that stay.
	 * @param members the new members, each key once
	 */
	void update(List<Member<T>> members);

	/**
	 * Takes the next turn among the members that the predicate allows.
	 * @param eligible says which members may be chosen now
	 * @return the member whose turn it is, or {@code null} when there is none
	 */
	@Nullable T next(Predicate<? super T> eligible);

	/**
	 * Takes the next turn.
	 * @return the member whose turn it is, or {@code null} when there is none
	 */
	default @Nullable T next() {
		return next((member) -> true);
	}

	/**
	 * One that takes turns.
	 *
	 * @param key what it is known by when the members change
	 * @param weight its share; 0 means no turn as long as another member has weight
	 * @param value what is handed out
	 * @param <T> the type of the value
	 */
	record Member<T>(String key, int weight, T value) {

		public Member {
			if (weight < 0) {
				throw new IllegalArgumentException("The weight of " + key + " is negative: " + weight);
			}
		}

	}

}
