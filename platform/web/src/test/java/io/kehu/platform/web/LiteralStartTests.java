package io.kehu.platform.web;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Excluding patterns by the text with which they begin.
 */
class LiteralStartTests {

	private static final List<PathPattern> PATTERNS = patterns("/api/v1/customers", "/api/v1/customers/{id}",
			"/api/v1/customers/{id}/tree", "/api/v1/customers/by-external-id/{system}/{id}",
			"/api/v1/customers/{id:[0-9]+}/x", "/api/v1/cust?mers", "/api/v1/*/bulk", "/api/v1/customers/**", "/**",
			"/{any}", "/api/v1/customer-*", "/", "");

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/customers", "/api/v1/customers/", "/api/v1/customers/1", "/api/v1/customers/1/x",
			"/api/v1/customers/a/tree", "/api/v1/%63ustomers", "/api/v1/customers;a=b/1", "/api;v=1/v1/customers/1",
			"/api/v1/customers/by-external-id/a/b%2Fc", "/api/v1/customer-x", "/api/v1/leads/bulk", "/", "", "/api",
			"/api/v1/custimers", "/api/v1/customersx", "/%61pi/v1/customers/1" })
	void neverExcludesAMatch(String path) {
		for (PathPattern pattern : PATTERNS) {
			if (pattern.matches(PathContainer.parsePath(path))) {
				assertThat(LiteralStart.of(List.of(pattern)).mayMatch(path)).as("%s by %s", path, pattern).isTrue();
			}
		}
	}

	@Test
	void excludesOtherResources() {
		LiteralStart start = LiteralStart.of(patterns("/api/v1/customers/{id}"));
		assertThat(start.mayMatch("/api/v1/customers/1")).isTrue();
		assertThat(start.mayMatch("/api/v1/leads/1")).isFalse();
		assertThat(start.mayMatch("/api/v1")).isFalse();
	}

	@Test
	void severalPatternsShareTheirStart() {
		assertThat(LiteralStart.of(patterns("/api/v1/customers", "/api/v1/leads/{id}")).text()).isEqualTo("/api/v1/");
		assertThat(LiteralStart.of(List.of()).mayMatch("/x")).isTrue();
	}

	private static List<PathPattern> patterns(String... patterns) {
		return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
	}

}
