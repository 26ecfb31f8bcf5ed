package io.kehu.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.gateway.route.RouteDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which services get the resources that they announce.
 */
class AnnouncedResourcesTests {

	private static final Set<String> NONE = Set.of();

	private final ServiceRoutes routes = new ServiceRoutes();

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
	void aResourceMovesToAnotherServiceOnceItsOwnerGivesItUp() {
		this.routes.announce("customer-service", Set.of("customers", "leads"), NONE);
		this.routes.announce("lead-service", Set.of("leads"), NONE);
		this.routes.announce("customer-service", Set.of("customers"), NONE);
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
