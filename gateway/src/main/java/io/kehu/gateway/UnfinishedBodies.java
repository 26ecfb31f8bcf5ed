package io.kehu.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.unit.DataSize;

/**
 * The request bodies that the gateway is waiting for.
 * <p>
 * A body has to arrive at the least rate, after a grace period. If too many are
 * unfinished, of one peer or altogether, the oldest one is refused: a body that is sent
 * without pauses is complete long before it is the oldest, whatever others are sending
 * from the same address.
 */
final class UnfinishedBodies implements DisposableBean {

	private static final Duration CHECKED_EVERY = Duration.ofMillis(500);

	private final Set<UnfinishedBody> all = new LinkedHashSet<>();

	private final Map<Object, Set<UnfinishedBody>> byPeer = new HashMap<>();

	private final EdgeProperties.Bodies limits;

	private final LongSupplier nanoseconds;

	private final Disposable checks;

	UnfinishedBodies(EdgeProperties.Bodies limits, LongSupplier nanoseconds) {
		this.limits = limits;
		this.nanoseconds = nanoseconds;
		this.checks = Schedulers.parallel()
			.schedulePeriodically(this::refuseLate, CHECKED_EVERY.toMillis(), CHECKED_EVERY.toMillis(),
					TimeUnit.MILLISECONDS);
	}

	UnfinishedBody begin(Object peer) {
		UnfinishedBody body = new UnfinishedBody(peer, this.nanoseconds.getAsLong());
		UnfinishedBody excess = add(body);
		if (excess != null) {
			excess.refuse();
		}
		return body;
	}

	private synchronized @Nullable UnfinishedBody add(UnfinishedBody body) {
		Set<UnfinishedBody> ofPeer = this.byPeer.computeIfAbsent(body.peer(), (peer) -> new LinkedHashSet<>());
		ofPeer.add(body);
		this.all.add(body);
		UnfinishedBody excess = null;
		if (ofPeer.size() > this.limits.perPeer()) {
			excess = ofPeer.iterator().next();
		}
		else if (this.all.size() > this.limits.total()) {
			excess = this.all.iterator().next();
		}
		if (excess != null) {
			end(excess);
		}
		return excess;
	}

	/** Forgets a body that is complete or has been given up. */
	synchronized void end(UnfinishedBody body) {
		if (this.all.remove(body)) {
			Set<UnfinishedBody> ofPeer = this.byPeer.getOrDefault(body.peer(), Set.of());
			ofPeer.remove(body);
			if (ofPeer.isEmpty()) {
				this.byPeer.remove(body.peer());
			}
		}
	}

	/** Refuses the bodies that arrive too slowly. */
	void refuseLate() {
		long now = this.nanoseconds.getAsLong();
		late(now).forEach(UnfinishedBody::refuse);
	}

	private synchronized List<UnfinishedBody> late(long now) {
		return this.all.stream().filter((body) -> now - body.since() > allowance(body)).toList();
	}

	private long allowance(UnfinishedBody body) {
		DataSize rate = this.limits.leastRate();
		return this.limits.grace().plusMillis(body.length() * 1_000L / rate.toBytes()).toNanos();
	}

	@Override
	public void destroy() {
		this.checks.dispose();
	}

}
