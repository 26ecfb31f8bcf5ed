package io.kehu.platform.balancer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Weighted turns, evenly interleaved: weights 5, 1, 1 give a a b a c a a, not five a's in
 * a row.
 * <p>
 * The algorithm is nginx's smooth weighted round-robin (nginx commit 52327e0627f4): at
 * each turn every member's credit grows by its weight, the one with the most credit is
 * chosen and pays the sum of the weights. Each cycle of as many turns as the weights add
 * up to gives every member exactly its weight. A turn costs one pass over the members,
 * whatever their weights, and allocates nothing.
 *
 * @param <T> what takes turns
 */
final class SmoothRotation<T> implements Rotation<T> {

	private String[] keys = {};

	private Object[] values = {};

	private long[] weights = {};

	private long[] credits = {};

	private long total;

	@Override
	public synchronized void update(List<Member<T>> members) {
		Map<String, Long> kept = new HashMap<>();
		for (int i = 0; i < this.keys.length; i++) {
			kept.put(this.keys[i], this.credits[i]);
		}
		long formerTotal = this.total;
		List<Member<T>> turning = withWeight(members);
		this.keys = turning.stream().map(Member::key).toArray(String[]::new);
		this.values = turning.stream().map(Member::value).toArray();
		this.weights = turning.stream().mapToLong((member) -> Math.max(1, member.weight())).toArray();
		this.total = Arrays.stream(this.weights).sum();
		this.credits = new long[this.keys.length];
		for (int i = 0; i < this.keys.length; i++) {
			// Scaled, so that a credit earned among large weights does not starve or
			// favour anyone among small ones
			long credit = kept.getOrDefault(this.keys[i], 0L);
			this.credits[i] = (formerTotal == 0) ? 0 : Math.round((double) credit * this.total / formerTotal);
		}
		balance();
	}

	/** Members of weight 0 drain, unless all of them do: then they share alike. */
	private static <T> List<Member<T>> withWeight(List<Member<T>> members) {
		List<Member<T>> weighted = members.stream().filter((member) -> member.weight() > 0).toList();
		return weighted.isEmpty() ? members : weighted;
	}

	/** The credits of a full set add up to 0; what a leaver took or left is shared. */
	private void balance() {
		if (this.credits.length == 0) {
			return;
		}
		long surplus = Arrays.stream(this.credits).sum();
		long each = surplus / this.credits.length;
		for (int i = 0; i < this.credits.length; i++) {
			this.credits[i] -= each;
		}
		this.credits[0] -= surplus - each * this.credits.length;
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized @Nullable T next(Predicate<? super T> eligible) {
		int chosen = -1;
		long turn = 0;
		for (int i = 0; i < this.keys.length; i++) {
			if (!eligible.test((T) this.values[i])) {
				continue;
			}
			turn += this.weights[i];
			this.credits[i] += this.weights[i];
			if (chosen < 0 || this.credits[i] > this.credits[chosen]) {
				chosen = i;
			}
		}
		if (chosen < 0) {
			return null;
		}
		this.credits[chosen] -= turn;
		return (T) this.values[chosen];
	}

}
