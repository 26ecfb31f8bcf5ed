package io.kehu.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.gateway.route.RouteDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which services get the resources that they announce.
 */
class AnnouncedResourcesTests {

	private static final Set<String> NONE = Set.of();

	private final BiFunction<String, Set<String>, Map<String, String>> keeper = keeper();

	private final ServiceRoutes routes = new ServiceRoutes(
			(service, resources) -> this.reachable ? this.keeper.apply(service, resources) : Map.of());

	private boolean reachable = true;

	/** Returns what auth-service answers, which remembers the first owner. */
	static BiFunction<String, Set<String>, Map<String, String>> keeper() {
		Map<String, String> owners = new HashMap<>();
		return (service, resources) -> {
			resources.forEach((resource) -> owners.putIfAbsent(resource, service));
			return owners;
		};
	}

	@Test
	void aNewResourceNeedsNothingButItsAnnouncement() {
		assertThat(this.routes.isEmpty()).isTrue();
		assertThat(this.routes.announce("lead-service", Set.of("leads"), Set.of("/api/v1/leads/bulk"))).isTrue();
		assertThat(this.routes.isEmpty()).isFalse();
		assertThat(definitions()).containsExactly("lead-service-streams /api/v1/leads/bulk",
				"lead-service /api/v1/leads/**");
		assertThat(this.routes.announce("lead-service", Set.of("leads"), Set.of("/api/v1/leads/bulk"))).isFalse();
		assertThat(this.routes.announce("lead-service", Set.of("leads", "tasks"), NONE)).isTrue();
		assertThat(definitions()).containsExactly("lead-service /api/v1/leads/**,/api/v1/tasks/**");
	}

	@Test
	void aResourceIsNotTakenOver() {
		this.routes.announce("customer-service", Set.of("customers"), NONE);
		assertThat(this.routes.announce("attacker", Set.of("customers"), Set.of("/api/v1/customers/bulk"))).isTrue();
		assertThat(definitions()).containsExactly("customer-service /api/v1/customers/**");
		this.routes.announce("attacker", Set.of("customers", "customer-service"), NONE);
		assertThat(definitions()).containsExactly("customer-service /api/v1/customers/**");
	}

	@Test
	void aResourceIsNotTakenOverWhenAGatewayStarts() {
		this.routes.announce("customer-service", Set.of("customers"), NONE);
		ServiceRoutes restarted = new ServiceRoutes(this.keeper);
		assertThat(restarted.announce("attacker", Set.of("customers", "customer-service"),
				Set.of("/api/v1/customers/bulk")))
			.isTrue();
		assertThat(restarted.isEmpty()).isTrue();
		restarted.announce("customer-service", Set.of("customers"), NONE);
		assertThat(restarted.getRouteDefinitions().collectList().block()).singleElement()
			.satisfies((route) -> assertThat(written(route)).isEqualTo("customer-service /api/v1/customers/**"));
	}

	@Test
	void aResourceOfAnUnknownOwnerIsNotServed() {
		this.reachable = false;
		this.routes.announce("customer-service", Set.of("customers"), NONE);
		assertThat(this.routes.isEmpty()).isTrue();
		this.reachable = true;
		assertThat(this.routes.announce("customer-service", Set.of("customers"), NONE)).isTrue();
		this.reachable = false;
		this.routes.announce("customer-service", Set.of("customers"), NONE);
		assertThat(definitions()).containsExactly("customer-service /api/v1/customers/**");
	}

	@Test
	void aResourceMovesToAnotherServiceOnceItIsAssigned() {
		this.routes.announce("customer-service", Set.of("customers", "leads"), Set.of("/api/v1/leads/bulk"));
		this.routes.announce("lead-service", Set.of("leads"), NONE);
		assertThat(definitions()).containsExactly("customer-service-streams /api/v1/leads/bulk",
				"customer-service /api/v1/customers/**,/api/v1/leads/**");
		this.keeper.apply("any", Set.of()).put("leads", "lead-service");
		this.routes.announce("lead-service", Set.of("leads"), NONE);
		assertThat(definitions()).containsExactly("customer-service /api/v1/customers/**",
				"lead-service /api/v1/leads/**");
	}

	@Test
	void refusesWhatWouldReachBeyondAResource() {
		this.routes.announce("odd-service", Set.of("**", "{any}", "a/b", "Leads", "odd"),
				Set.of("/**", "/oauth2/token", "/api/v1/customers/bulk", "/api/v1/odd/bulk"));
		assertThat(definitions()).containsExactly("odd-service-streams /api/v1/odd/bulk", "odd-service /api/v1/odd/**");
	}

	private List<String> definitions() {
		return Objects.requireNonNull(this.routes.getRouteDefinitions().collectList().block())
			.stream()
			.map(AnnouncedResourcesTests::written)
			.toList();
	}

	private static String written(RouteDefinition route) {
		return route.getId() + " " + String.join(",", route.getPredicates().get(0).getArgs().values());
	}

}
