package io.kehu.platform.balancer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * them in turn and ejects those that refuse connections.
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

	private final Strategy strategy;

	private final Clock clock;

	private final Rotation<ServiceInstance> rotation;

	private final PassiveEjection ejection;

	private final InstanceWeights weights = new InstanceWeights();

	private final AtomicLong nextLookUp = new AtomicLong(Long.MIN_VALUE);

	private volatile @Nullable List<Rotation.Member<ServiceInstance>> members;

	private long lastFilled;

	ServiceBalancer(String serviceId, ServiceInstanceListSupplier supplier, Strategy strategy, Clock clock) {
		this.serviceId = serviceId;
		this.supplier = supplier;
		this.strategy = strategy;
		this.clock = clock;
		this.rotation = strategy.rotation();
		this.ejection = new PassiveEjection(clock);
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
		List<Rotation.Member<ServiceInstance>> found = instances.stream()
			.collect(Collectors.toMap(ServiceBalancer::keyOf, (instance) -> instance, (first, second) -> second))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new Rotation.Member<>(entry.getKey(),
					this.strategy.share(this.weights.of(entry.getValue())), entry.getValue()))
			.toList();
		if (known == null || !sharesOf(known).equals(sharesOf(found))) {
			this.rotation.update(found);
			this.ejection.retain(keysInRotation(found));
		}
		this.members = found;
	}

	private static List<String> sharesOf(List<Rotation.Member<ServiceInstance>> members) {
		return members.stream().map((member) -> member.weight() + " " + member.key()).toList();
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
		ServiceInstance chosen = (refused == null && this.ejection.isIdle()) ? this.rotation.next()
				: chooseBut(refused);
		return (chosen != null) ? new DefaultResponse(chosen) : new EmptyResponse();
	}

	private static @Nullable ServiceInstance refusedBefore(Request<?> request) {
		return (request.getContext() instanceof RetryableRequestContext retry) ? retry.getPreviousServiceInstance()
				: null;
	}

	private @Nullable ServiceInstance chooseBut(@Nullable ServiceInstance refused) {
		Predicate<ServiceInstance> welcome = (instance) -> !this.ejection.isEjected(keyOf(instance));
		Predicate<ServiceInstance> fresh = (instance) -> refused == null || !keyOf(instance).equals(keyOf(refused));
		ServiceInstance chosen = this.rotation.next(welcome.and(fresh));
		if (chosen == null) {
			chosen = this.rotation.next(fresh);
		}
		return (chosen != null) ? chosen : this.rotation.next();
	}

	/**
	 * Takes the next turn among the instances that the caller would send to, those set
	 * aside only when there are no others.
	 * @param welcome says which instances may be chosen
	 * @return the instance, or null when none is welcome
	 */
	public @Nullable ServiceInstance chooseAmong(Predicate<ServiceInstance> welcome) {
		ServiceInstance chosen = this.rotation
			.next(welcome.and((instance) -> !this.ejection.isEjected(keyOf(instance))));
		return (chosen != null) ? chosen : this.rotation.next(welcome);
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

	/**
	 * Notes that an instance answered.
	 * @param instance the instance
	 */
	public void succeeded(ServiceInstance instance) {
		if (!this.ejection.isIdle()) {
			this.ejection.succeeded(keyOf(instance));
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
