package io.kehu.auth;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules that hold for every endpoint, including future ones.
 */
@AuthServiceTest
class EveryEndpointTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Test
	void anAuditorReadsAndDoesNothingElse() {
		HttpProbe auditor = this.people.newUser("the-auditor", "auditor");
		int refused = 0;
		for (Endpoint endpoint : endpoints()) {
			if (endpoint.path().startsWith("/api/v1/") && !endpoint.path().startsWith("/api/v1/me")
					&& endpoint.method() != RequestMethod.GET && !endpoint.path().endsWith("/batch-get")) {
				assertThat(call(auditor, endpoint)).as(endpoint.toString()).isEqualTo(403);
				refused++;
			}
		}
		assertThat(refused).isGreaterThan(30);
		for (String read : List.of("users", "teams", "roles", "clients", "audit", "roles/permissions", "owners")) {
			auditor.get("/api/v1/" + read).expect(200);
		}
	}

	@Test
	void withoutATokenThereIsNothing() {
		for (Endpoint endpoint : endpoints()) {
			if (endpoint.path().startsWith("/api/")) {
				assertThat(call(this.people.nobody(), endpoint)).as(endpoint.toString()).isEqualTo(401);
			}
		}
	}

	@Test
	void whoHasNoRightsDoesNothing() {
		HttpProbe someone = this.people.newUser("no-rights");
		for (Endpoint endpoint : endpoints()) {
			if (endpoint.path().startsWith("/api/v1/") && !endpoint.path().startsWith("/api/v1/me")) {
				assertThat(call(someone, endpoint)).as(endpoint.toString()).isEqualTo(403);
			}
		}
	}

	@Test
	void everyFormNeedsTheTokenOfItsPage() {
		Browser browser = new Browser(this.port);
		browser.logIn(AuthServiceTest.USERNAME, AuthServiceTest.PASSWORD);
		int forms = 0;
		for (Endpoint endpoint : endpoints()) {
			if (!endpoint.path().startsWith("/api/") && endpoint.method() == RequestMethod.POST
					&& (endpoint.path().startsWith("/account") || endpoint.path().startsWith("/login"))) {
				assertThat(browser.post(endpoint.path(), Map.of("action", "enrol", "id", "x")).statusCode())
					.as(endpoint.toString())
					.isEqualTo(403);
				forms++;
			}
		}
		assertThat(forms).isGreaterThan(5);
	}

	private List<Endpoint> endpoints() {
		List<Endpoint> endpoints = new ArrayList<>();
		for (RequestMappingInfo mapping : this.mappings.getHandlerMethods().keySet()) {
			for (String pattern : mapping.getPatternValues()) {
				String path = pattern.replaceAll("\\{(system|externalId)}", "some")
					.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
				mapping.getMethodsCondition()
					.getMethods()
					.forEach((method) -> endpoints.add(new Endpoint(method, path, consumed(mapping))));
			}
		}
		return endpoints;
	}

	private static String consumed(RequestMappingInfo mapping) {
		return mapping.getConsumesCondition()
			.getConsumableMediaTypes()
			.stream()
			.findFirst()
			.map(Object::toString)
			.orElse("application/json");
	}

	private static int call(HttpProbe caller, Endpoint endpoint) {
		return caller.with("Content-Type", endpoint.consumes())
			.with("If-Match", "*")
			.exchange(endpoint.method().name(), endpoint.path(),
					(endpoint.method() == RequestMethod.GET) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
			.status();
	}

	/**
	 * An endpoint.
	 */
	private record Endpoint(RequestMethod method, String path, String consumes) {
	}

}
