package io.kehu.gateway;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathGuardTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/v1/customers/0199-7", "/api/v1/products/by-sku/A.1", "/.well-known/jwks.json",
			"/api/v1/customers/by-external-id/old%20crm/K%C3%B6ln", "/api/v1/customers/100%25", "/a..b/c.",
			"/api/v1/customers/by-external-id/erp/SO%2F2024%2F001",
			"/api/v1/customers/by-external-id/erp/%2e%2e%3b%5c" })
	void takesOrdinaryPaths(String path) {
		assertThat(PathGuard.isClean(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api//v1", "/api/../actuator", "/api/./v1", "/api/..", "/api/v1/%2e%2e/actuator",
			"/api/v1/..%2Factuator", "/api/v1/a%5Cb", "/api/v1/a\\b", "/api/v1;x=1/customers", "/api/v1%3Bx",
			"/api/v1/a%00", "/api/v1/customers/by-external-id/erp/a%00", "/api/v1/customers/by-external-id/erp/..",
			"/api/v1/customers/by-external-id/erp/a;b=%2F", "/api/v1/customers/by-external-id/e%2Frp/1",
			"/api/v1/a%2Fb/by-external-id/erp/1", "/api/v1/customers/by-external-id/erp/1%2F2/actuator" })
	void refusesPathsThatCanBeReadInTwoWays(String path) {
		assertThat(PathGuard.isClean(path)).isFalse();
	}

}
