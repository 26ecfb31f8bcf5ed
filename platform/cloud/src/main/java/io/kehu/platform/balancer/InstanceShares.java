package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Calculates the shares of instances from their weights: those they announce, or those
 * that have been set instead. Instances that have just been added, and outliers that
 * return, reach their full share in steps of a tenth.
 */
final class InstanceShares {

	private static final int STEPS = 10;

	private final Strategy strategy;

	private final Duration slowStart;

	private final Clock clock;

	private final PassiveEjection ejection;

	private final InstanceWeights announced = new InstanceWeights();

	private final Map<String, Integer> set = new ConcurrentHashMap<>();

	private final Map<String, Long> added = new HashMap<>();

	private boolean filled;

	InstanceShares(Strategy strategy, Duration slowStart, Clock clock, PassiveEjection ejection) {
		this.strategy = strategy;
		this.slowStart = slowStart;
		this.clock = clock;
		this.ejection = ejection;
	}

	/** Sets the weight of an instance, or removes it so that the announced one counts. */
	void set(String key, @Nullable Integer weight) {
		if (weight != null) {
			this.set.put(key, weight);
		}
		else {
			this.set.remove(key);
		}
	}

	@Nullable Integer setOf(String key) {
		return this.set.get(key);
	}

	int announcedBy(ServiceInstance instance) {
		return this.announced.of(instance);
	}

	/**
	 * Returns the members of the rotation with their current shares.
	 * @param instances all instances by their keys
	 */
	synchronized List<Rotation.Member<ServiceInstance>> of(SortedMap<String, ServiceInstance> instances) {
		follow(instances.keySet());
		boolean partial = instances.keySet().stream().anyMatch((key) -> tenths(key) < STEPS);
		List<Rotation.Member<ServiceInstance>> members = new ArrayList<>();
		instances.forEach((key, instance) -> {
			Integer weight = this.set.get(key);
			int share = this.strategy.share((weight != null) ? weight : this.announced.of(instance));
			members.add(new Rotation.Member<>(key, partial ? share * tenths(key) : share, instance));
		});
		return members;
	}

	/** Remembers when instances were added; the first ones count as warm. */
	private void follow(Set<String> keys) {
		this.added.keySet().retainAll(keys);
		this.set.keySet().retainAll(keys);
		long since = this.filled ? this.clock.millis() : Long.MIN_VALUE / 2;
		keys.forEach((key) -> this.added.putIfAbsent(key, since));
		this.filled |= !keys.isEmpty();
	}

	private int tenths(String key) {
		double part = this.ejection.part(key);
		if (!this.slowStart.isZero()) {
			long age = this.clock.millis() - this.added.getOrDefault(key, 0L);
			part = Math.min(part, (double) age / this.slowStart.toMillis());
		}
		return (int) Math.max(1, Math.min(STEPS, Math.ceil(part * STEPS)));
	}

}
