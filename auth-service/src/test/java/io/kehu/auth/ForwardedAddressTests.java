package io.kehu.auth;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.kehu.platform.test.link.TestLink;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where requests come from, and by which scheme, according to the gateway.
 */
@AuthServiceTest
class ForwardedAddressTests {

	@Autowired
	private ServletWebServerApplicationContext context;

	@Value("${local.server.port}")
	private int port;

	/** In a cluster, the gateway has any address, which changes. */
	@Test
	void theGatewayIsBelievedWhereverItRuns() {
		TomcatWebServer server = (TomcatWebServer) this.context.getWebServer();
		List<String> valves = Arrays.stream(server.getTomcat().getEngine().getPipeline().getValves())
			.map((valve) -> valve.getClass().getSimpleName())
			.toList();
		assertThat(valves).containsSubsequence("ForwardedGuard", "RemoteIpValve");
		RemoteIpValve applying = (RemoteIpValve) Arrays.stream(server.getTomcat().getEngine().getPipeline().getValves())
			.filter(RemoteIpValve.class::isInstance)
			.findFirst()
			.orElseThrow();
		Pattern believed = Pattern.compile(applying.getInternalProxies());
		assertThat(List.of("127.0.0.1", "10.42.7.9", "100.64.0.1", "203.0.113.1", "fd00:0:0:0:0:0:0:7"))
			.allMatch((address) -> believed.matcher(address).matches());
	}

	@Test
	void theCookieIsSecureIfTheBrowserUsesTls() {
		assertThat(cookie("X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7, 10.42.7.9", "Kehu-Link",
				TestLink.forwarded("auth-service")))
			.contains("; Secure");
		assertThat(cookie("X-Forwarded-Proto", "http", "X-Forwarded-For", "203.0.113.7", "Kehu-Link",
				TestLink.forwarded("auth-service")))
			.doesNotContain("; Secure");
		assertThat(cookie("X-Forwarded-Proto", "https")).as("from a stranger").doesNotContain("; Secure");
	}

	private String cookie(String... headers) {
		return new Browser(this.port).get("/login", headers)
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("kehu-session="))
			.findFirst()
			.orElseThrow();
	}

}
