package io.kehu.gateway;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

@SharedGatewayTest
class ServiceRoutesTests {

	@Autowired
	private RouteLocator routes;

	@ParameterizedTest
	@CsvSource(textBlock = """
			/api/v1/customers,                             customer-service,  false
			/api/v1/customers/1/history,                   customer-service,  false
			/api/v1/customers/bulk,                        customer-service,  true
			/api/v1/customers/bulk/1,                      customer-service,  false
			/api/v1/migrations/jobs,                       migration-service, false
			/api/v1/orders/export,                         order-service,     true
			/api/v1/products/bulk,                         order-service,     true
			/api/v1/users/bulk,                            auth-service,      true
			/api/v1/teams/export,                          auth-service,      true
			/api/v1/roles/bulk,                            auth-service,      true
			/api/v1/clients/export,                        auth-service,      true
			/api/v1/me,                                    auth-service,      false
			/api/v1/customer-service/dead-letters,         customer-service,  false
			/api/v1/order-service/dead-letters/1/redrive,  order-service,     false
			/api/v1/auth-service/dead-letters,             auth-service,      false
			/api/v1/migration-service/dead-letters,        migration-service, false
			/api/v1/migrations/uploads/1,                  migration-service, true
			/login,                                        auth-service,      false
			""")
	void routesEveryResourceByTheSameRule(String path, String service, boolean streams) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		List<Route> matching = this.routes.getRoutes()
			.filterWhen((route) -> route.getPredicate().apply(exchange))
			.collectList()
			.block();
		assertThat(matching).isNotEmpty();
		Route route = matching.get(0);
		assertThat(route.getUri().getHost()).isEqualTo(service);
		Map<String, Object> metadata = route.getMetadata();
		assertThat(metadata.containsKey(Streams.STREAMS)).isEqualTo(streams);
		assertThat(metadata.containsKey("response-timeout")).isEqualTo(streams);
	}

}
