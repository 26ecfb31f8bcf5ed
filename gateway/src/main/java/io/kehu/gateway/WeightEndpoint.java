package io.kehu.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.balancer.InstanceState;
import io.kehu.platform.balancer.ServiceBalancer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;

/**
 * Shows and sets the weights of instances on the operations port. They apply to this
 * gateway until they are removed, the instance leaves the registry, or the gateway stops.
 */
final class WeightEndpoint {

	static final String PATH = "/actuator/weights";

	private static final int LARGEST = 1_000_000;

	private final LoadBalancerClientFactory balancers;

	WeightEndpoint(LoadBalancerClientFactory balancers) {
		this.balancers = balancers;
	}

	RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route().GET(PATH, (request) -> list()).PUT(PATH, this::set).build();
	}

	private Mono<ServerResponse> list() {
		Map<String, Service> services = new TreeMap<>();
		this.balancers.getContextNames().forEach((name) -> {
			ServiceBalancer balancer = this.balancers.getInstance(name, ServiceBalancer.class);
			if (balancer != null) {
				services.put(name, new Service(balancer.strategyName(), balancer.instances()));
			}
		});
		return ServerResponse.ok().bodyValue(services);
	}

	private Mono<ServerResponse> set(ServerRequest request) {
		return request.bodyToMono(Change.class)
			.switchIfEmpty(Mono.error(() -> new ServerWebInputException("A body is required")))
			.flatMap(this::set)
			.onErrorResume(ServerWebInputException.class,
					(ex) -> refuse(HttpStatus.BAD_REQUEST, "must be {\"service\", \"instance\", \"weight\"}"));
	}

	private Mono<ServerResponse> set(Change change) {
		if (change.service() == null || change.instance() == null) {
			return refuse(HttpStatus.BAD_REQUEST,
					((change.service() == null) ? "/service" : "/instance") + ": is required");
		}
		Integer weight = change.weight();
		if (weight != null && (weight < 0 || weight > LARGEST)) {
			return refuse(HttpStatus.BAD_REQUEST, "/weight: must be between 0 and %,d, or null".formatted(LARGEST));
		}
		ServiceBalancer balancer = this.balancers.getContextNames().contains(change.service())
				? this.balancers.getInstance(change.service(), ServiceBalancer.class) : null;
		if (balancer == null || !balancer.weigh(change.instance(), weight)) {
			return refuse(HttpStatus.NOT_FOUND, (balancer == null) ? "There is no such service."
					: "The service has no such instance at the moment.");
		}
		return list();
	}

	private static Mono<ServerResponse> refuse(HttpStatus status, String detail) {
		return ServerResponse.status(status).bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
	}

	/**
	 * A service and its instances.
	 */
	private record Service(String strategy, List<InstanceState> instances) {
	}

	/**
	 * Sets the weight of an instance.
	 *
	 * @param weight the weight, or null for the one that the instance announces
	 */
	private record Change(@Nullable String service, @Nullable String instance, @Nullable Integer weight) {
	}

}
