package io.kehu.platform.balancer;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Turns by lot, for services with so many callers that an order means nothing; every
 * member with weight has the same chance.
 *
 * @param <T> what takes turns
 */
final class RandomRotation<T> implements Rotation<T> {

	private volatile List<T> values = List.of();

	@Override
	public void update(List<Member<T>> members) {
		List<T> weighted = members.stream().filter((member) -> member.weight() > 0).map(Member::value).toList();
		this.values = weighted.isEmpty() ? members.stream().map(Member::value).toList() : weighted;
	}

	@Override
	public @Nullable T next(Predicate<? super T> eligible) {
		List<T> current = this.values;
		if (current.isEmpty()) {
			return null;
		}
		T drawn = current.get(ThreadLocalRandom.current().nextInt(current.size()));
		if (eligible.test(drawn)) {
			return drawn;
		}
		List<T> remaining = current.stream().filter(eligible).toList();
		return remaining.isEmpty() ? null : remaining.get(ThreadLocalRandom.current().nextInt(remaining.size()));
	}

}
