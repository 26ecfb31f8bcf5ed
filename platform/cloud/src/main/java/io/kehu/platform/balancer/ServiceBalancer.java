package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.LoadBalancerLifecycle;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.client.loadbalancer.RetryableRequestContext;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/**
 * Balances the calls to one service: follows its instances and their weights, selects
 * them in turn and ejects those that refuse connections or differ from the others.
 * <p>
 * Instances are looked up at most once per second, outside of requests, and the rotation
 * is only rebuilt when something has changed.
 */
public final class ServiceBalancer
		implements ReactorServiceInstanceLoadBalancer, LoadBalancerLifecycle<Object, Object, ServiceInstance> {

	private static final Logger logger = LoggerFactory.getLogger(ServiceBalancer.class);

	private static final long LOOK_UP_MILLIS = 1_000;

	/**
	 * A registry that comes back empty after a restart fills within seconds; until then
	 * the instances known before are better than none.
	 */
	private static final Duration EMPTY_GRACE = Duration.ofSeconds(15);

	private final String serviceId;

	private final ServiceInstanceListSupplier supplier;

	private final BalancerProperties properties;

	private final Clock clock;

	private final Turns turns;

	private final PassiveEjection ejection;

	private final OutlierDetection outliers;

	private final InstanceShares shares;

	private final Predicate<ServiceInstance> near;

	private final AtomicLong nextLookUp = new AtomicLong(Long.MIN_VALUE);

	private volatile @Nullable List<Rotation.Member<ServiceInstance>> members;

	private long lastFilled;

	ServiceBalancer(String serviceId, ServiceInstanceListSupplier supplier, BalancerProperties properties,
			Clock clock) {
		this.serviceId = serviceId;
		this.supplier = supplier;
		this.properties = properties;
		this.clock = clock;
		this.turns = new Turns(strategy());
		this.ejection = new PassiveEjection(clock);
		this.outliers = new OutlierDetection(clock);
		this.shares = new InstanceShares(strategy(), properties.slowStart(), clock, this.ejection);
		String zone = properties.zone();
		this.near = (instance) -> zone == null || zone.equals(InstanceState.zoneOf(instance));
	}

	private Strategy strategy() {
		return this.properties.strategyOf(this.serviceId);
	}

	@Override
	@SuppressWarnings("rawtypes")
	public Mono<Response<ServiceInstance>> choose(Request request) {
		if (this.members == null) {
			return lookUp().then(Mono.fromSupplier(() -> respond(request)));
		}
		if (isLookUpDue()) {
			lookUp().subscribe();
		}
		return Mono.just(respond(request));
	}

	private boolean isLookUpDue() {
		long now = this.clock.millis();
		long due = this.nextLookUp.get();
		return now >= due && this.nextLookUp.compareAndSet(due, now + LOOK_UP_MILLIS);
	}

	private Mono<Void> lookUp() {
		return this.supplier.get().next().doOnNext(this::accept).then().onErrorResume((failure) -> {
			logger.warn("The instances of {} cannot be looked up: {}", this.serviceId, failure.toString());
			return Mono.empty();
		});
	}

	private synchronized void accept(List<ServiceInstance> instances) {
		long now = this.clock.millis();
		List<Rotation.Member<ServiceInstance>> known = this.members;
		if (!instances.isEmpty()) {
			this.lastFilled = now;
		}
		else if (known != null && now - this.lastFilled < EMPTY_GRACE.toMillis()) {
			return;
		}
		use(instances.stream()
			.collect(Collectors.toMap(ServiceBalancer::keyOf, (instance) -> instance, (first, second) -> second,
					TreeMap::new)));
	}

	private void use(SortedMap<String, ServiceInstance> instances) {
		List<Rotation.Member<ServiceInstance>> known = this.members;
		List<Rotation.Member<ServiceInstance>> found = this.shares.of(instances);
		if (known == null || !sharesOf(known).equals(sharesOf(found))) {
			this.turns.update(found);
			this.ejection.retain(keysInRotation(found));
			this.outliers.retain(instances.keySet());
		}
		this.members = found;
	}

	private static List<String> sharesOf(List<Rotation.Member<ServiceInstance>> members) {
		return members.stream()
			.map((member) -> member.weight() + " " + member.key() + " " + InstanceState.trackOf(member.value()))
			.toList();
	}

	private static Set<String> keysInRotation(List<Rotation.Member<ServiceInstance>> members) {
		boolean drained = members.stream().allMatch((member) -> member.weight() == 0);
		return members.stream()
			.filter((member) -> drained || member.weight() > 0)
			.map(Rotation.Member::key)
			.collect(Collectors.toSet());
	}

	private static String keyOf(ServiceInstance instance) {
		return instance.getInstanceId() + "@" + instance.getHost() + ":" + instance.getPort();
	}

	private Response<ServiceInstance> respond(Request<?> request) {
		ServiceInstance refused = refusedBefore(request);
		ServiceInstance chosen = (refused == null && this.ejection.isIdle() && this.properties.zone() == null)
				? this.turns.next() : chooseBut(refused);
		return (chosen != null) ? new DefaultResponse(chosen) : new EmptyResponse();
	}

	private static @Nullable ServiceInstance refusedBefore(Request<?> request) {
		return (request.getContext() instanceof RetryableRequestContext retry) ? retry.getPreviousServiceInstance()
				: null;
	}

	private @Nullable ServiceInstance chooseBut(@Nullable ServiceInstance refused) {
		ServiceInstance chosen = chooseAmong((instance) -> refused == null || !keyOf(instance).equals(keyOf(refused)));
		return (chosen != null) ? chosen : this.turns.next();
	}

	/**
	 * Takes the next turn among the instances that the caller would send to: first those
	 * of its own zone, and ejected ones only if there are no others.
	 * @param welcome says which instances may be chosen
	 * @return the instance, or null when none is welcome
	 */
	public @Nullable ServiceInstance chooseAmong(Predicate<ServiceInstance> welcome) {
		Predicate<ServiceInstance> healthy = welcome.and((instance) -> !this.ejection.isEjected(keyOf(instance)));
		ServiceInstance chosen = (this.properties.zone() != null) ? this.turns.next(healthy.and(this.near)) : null;
		if (chosen == null) {
			chosen = this.turns.next(healthy);
		}
		return (chosen != null) ? chosen : this.turns.next(welcome);
	}

	/**
	 * Takes the next turn among the instances of a track, such as {@code canary}, even if
	 * their weight is 0.
	 * @return the instance, or null if the track has none that is not ejected
	 */
	public @Nullable ServiceInstance chooseOn(String track) {
		return this.turns.next(track, (instance) -> !this.ejection.isEjected(keyOf(instance)));
	}

	/** Returns the instances and their weights. */
	public List<InstanceState> instances() {
		List<Rotation.Member<ServiceInstance>> current = this.members;
		return (current == null) ? List.of()
				: current.stream()
					.map((member) -> InstanceState.of(member, this.shares.announcedBy(member.value()),
							this.shares.setOf(member.key()), this.ejection.ejectedUntil(member.key())))
					.toList();
	}

	/** Returns the strategy in the form in which it is configured. */
	public String strategyName() {
		return strategy().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Sets the weight of an instance until it is removed from the registry or this
	 * process ends.
	 * @param weight the weight, from 0 to 1,000,000, or null for the announced one
	 * @return whether there is such an instance
	 */
	public synchronized boolean weigh(String instanceId, @Nullable Integer weight) {
		SortedMap<String, ServiceInstance> current = new TreeMap<>();
		List<Rotation.Member<ServiceInstance>> known = this.members;
		if (known != null) {
			known.forEach((member) -> current.put(member.key(), member.value()));
		}
		List<String> keys = current.entrySet()
			.stream()
			.filter((entry) -> instanceId.equals(InstanceState.idOf(entry.getValue())))
			.map(Map.Entry::getKey)
			.toList();
		keys.forEach((key) -> this.shares.set(key, weight));
		use(current);
		return !keys.isEmpty();
	}

	@Override
	public void onStart(Request<Object> request) {
	}

	@Override
	public void onStartRequest(Request<Object> request, Response<ServiceInstance> response) {
	}

	@Override
	public void onComplete(CompletionContext<Object, ServiceInstance, Object> completion) {
		Response<ServiceInstance> response = completion.getLoadBalancerResponse();
		ServiceInstance instance = (response != null) ? response.getServer() : null;
		if (instance == null) {
			return;
		}
		switch (completion.status()) {
			case SUCCESS -> succeeded(instance);
			case FAILED -> failed(instance, completion.getThrowable());
			case DISCARD -> {
			}
		}
	}

	/** Notes that an instance answered. */
	public void succeeded(ServiceInstance instance) {
		if (!this.ejection.isIdle()) {
			this.ejection.succeeded(keyOf(instance));
		}
	}

	/**
	 * Notes how an instance answered, which ejects it if it fails or delays requests
	 * while the others do not.
	 * @param failed whether the status was 500 or above
	 * @param nanos how long it took, or a negative number if that says nothing about the
	 * instance
	 */
	public void answered(ServiceInstance instance, boolean failed, long nanos) {
		succeeded(instance);
		String key = keyOf(instance);
		if (this.outliers.record(key, failed, nanos) && this.ejection.outlier(key)) {
			this.outliers.forget(key);
			logger.warn("{} at {}:{} fails or delays requests unlike the others and is ejected for a while",
					this.serviceId, instance.getHost(), instance.getPort());
		}
	}

	/**
	 * Notes that a call failed, which sets the instance aside when no connection came
	 * about.
	 * @param instance the instance
	 * @param failure what went wrong
	 */
	public void failed(ServiceInstance instance, @Nullable Throwable failure) {
		if (ConnectionFailure.isCauseOf(failure) && this.ejection.failed(keyOf(instance))) {
			logger.warn("{} at {}:{} accepts no connections and is set aside for a while", this.serviceId,
					instance.getHost(), instance.getPort());
		}
	}

}
