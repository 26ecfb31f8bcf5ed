package io.kehu.gateway;

import java.util.List;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;

import org.springframework.cloud.gateway.filter.FilterDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteDefinitionLocator;

/**
 * Adds a route to the descriptions of the API and of the events of each service.
 */
final class DescriptionRoutes implements RouteDefinitionLocator {

	private final ServiceRoutes services;

	DescriptionRoutes(ServiceRoutes services) {
		this.services = services;
	}

	@Override
	public Flux<RouteDefinition> getRouteDefinitions() {
		return Flux.fromStream(() -> this.services.names().stream().flatMap(DescriptionRoutes::of));
	}

	private static Stream<RouteDefinition> of(String service) {
		return Stream.of(route(service, "api", "/v3/api-docs"), route(service, "events", "/v3/api-docs/events"));
	}

	private static RouteDefinition route(String service, String kind, String target) {
		RouteDefinition route = ServiceRoutes.route(service + "-" + kind, service, "/docs/" + kind + "/" + service);
		route.setFilters(List.of(new FilterDefinition("SetPath=" + target)));
		return route;
	}

}
