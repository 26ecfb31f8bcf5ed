package io.kehu.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.discovery.event.HeartbeatEvent;
import org.springframework.cloud.gateway.event.RefreshRoutesEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/**
 * Follows what the services announce: with each fetch of the registry, whose metadata
 * contain it, or else by asking one instance of each service every few seconds.
 */
class Announcements implements AutoCloseable {

	private static final String RESOURCES = "resources";

	private static final String STREAMS = "streams";

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final DiscoveryClient registry;

	private final ServiceRoutes routes;

	private final ApplicationEventPublisher events;

	private final @Nullable PathInquiry inquiry;

	private @Nullable Future<?> repetition;

	Announcements(DiscoveryClient registry, ServiceRoutes routes, ApplicationEventPublisher events,
			@Nullable PathInquiry inquiry) {
		this.registry = registry;
		this.routes = routes;
		this.events = events;
		this.inquiry = inquiry;
	}

	/** Repeats the inquiry, since a new version of a service may serve other paths. */
	void repeat(TaskScheduler scheduler) {
		this.repetition = scheduler.scheduleWithFixedDelay(this::follow, INTERVAL);
	}

	@EventListener({ ApplicationReadyEvent.class, HeartbeatEvent.class })
	public synchronized void follow() {
		boolean changed = false;
		for (String service : this.registry.getServices().stream().sorted().toList()) {
			List<Map<String, String>> announced = announced(this.registry.getInstances(service));
			if (!announced.isEmpty()) {
				changed |= this.routes.announce(service, values(announced, RESOURCES), values(announced, STREAMS));
			}
		}
		if (changed) {
			this.events.publishEvent(new RefreshRoutesEvent(this));
		}
	}

	private List<Map<String, String>> announced(List<ServiceInstance> instances) {
		List<Map<String, String>> registered = instances.stream()
			.map((instance) -> Objects.requireNonNullElse(instance.getMetadata(), Map.<String, String>of()))
			.filter((metadata) -> metadata.containsKey(RESOURCES))
			.toList();
		PathInquiry asking = this.inquiry;
		if (!registered.isEmpty() || asking == null) {
			return registered;
		}
		return instances.stream().limit(1).flatMap((instance) -> asking.ask(instance).stream()).toList();
	}

	@Override
	public void close() {
		if (this.repetition != null) {
			this.repetition.cancel(true);
		}
	}

	private static Set<String> values(List<Map<String, String>> announced, String name) {
		Set<String> values = new TreeSet<>();
		announced.stream()
			.map((metadata) -> metadata.getOrDefault(name, ""))
			.flatMap((list) -> Stream.of(list.split(",")))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.forEach(values::add);
		return values;
	}

}
