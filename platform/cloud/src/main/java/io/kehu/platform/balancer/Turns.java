package io.kehu.platform.balancer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * The turns of the instances of a service: of all, and of those of each track among
 * themselves, even if their weight is 0.
 */
final class Turns {

	private final Strategy strategy;

	private final Rotation<ServiceInstance> all;

	private volatile Map<String, Rotation<ServiceInstance>> tracks = Map.of();

	Turns(Strategy strategy) {
		this.strategy = strategy;
		this.all = strategy.rotation();
	}

	void update(List<Rotation.Member<ServiceInstance>> members) {
		this.all.update(members);
		Map<String, List<Rotation.Member<ServiceInstance>>> named = new HashMap<>();
		members.forEach((member) -> {
			String track = InstanceState.trackOf(member.value());
			if (track != null) {
				named.computeIfAbsent(track, (added) -> new ArrayList<>()).add(member);
			}
		});
		Map<String, Rotation<ServiceInstance>> turns = new HashMap<>();
		named.forEach((track, those) -> {
			Rotation<ServiceInstance> own = this.strategy.rotation();
			own.update(those);
			turns.put(track, own);
		});
		this.tracks = turns;
	}

	@Nullable ServiceInstance next() {
		return this.all.next();
	}

	@Nullable ServiceInstance next(Predicate<ServiceInstance> eligible) {
		return this.all.next(eligible);
	}

	/** Takes the next turn among the instances of a track. */
	@Nullable ServiceInstance next(String track, Predicate<ServiceInstance> eligible) {
		Rotation<ServiceInstance> turns = this.tracks.get(track);
		return (turns != null) ? turns.next(eligible) : null;
	}

}
