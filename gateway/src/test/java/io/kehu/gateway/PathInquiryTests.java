package io.kehu.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the gateway learns its routes without a registry.
 */
class PathInquiryTests {

	private final ServiceRoutes routes = new ServiceRoutes(AnnouncedResourcesTests.keeper());

	@Test
	void asksAServiceUntilItAnswersAndKeepsItsRoutes() {
		try (Backend leads = new Backend()) {
			DiscoveryClient configured = new OneInstance(
					new DefaultServiceInstance("1", "lead-service", "127.0.0.1", leads.port(), false));
			Announcements announcements = new Announcements(configured, this.routes, (event) -> {
			}, new PathInquiry(JsonMapper.shared(), null));
			announcements.follow();
			assertThat(this.routes.isEmpty()).isTrue();
			leads.answering((request, response) -> response.sendString(Mono.just("no JSON")));
			announcements.follow();
			assertThat(this.routes.isEmpty()).isTrue();
			leads.answering((request, response) -> response
				.sendString(Mono.just("{\"resources\": [\"leads\"], \"streams\": [\"/api/v1/leads/bulk\"]}")));
			announcements.follow();
			assertThat(this.routes.getRouteDefinitions().collectList().block()).hasSize(2);
			assertThat(leads.requests()).containsExactly("GET /internal/paths");
			leads.answering((request, response) -> response.status(503).send());
			announcements.follow();
			assertThat(this.routes.getRouteDefinitions().collectList().block()).hasSize(2);
		}
	}

	/**
	 * An instance without metadata.
	 */
	private record OneInstance(ServiceInstance instance) implements DiscoveryClient {

		@Override
		public String description() {
			return "One instance";
		}

		@Override
		public List<ServiceInstance> getInstances(String service) {
			return List.of(this.instance);
		}

		@Override
		public List<String> getServices() {
			return List.of(this.instance.getServiceId());
		}

	}

}
