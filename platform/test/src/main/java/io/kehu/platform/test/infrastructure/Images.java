package io.kehu.platform.test.infrastructure;

/**
 * The container images, of the versions that run embedded and in production.
 */
final class Images {

	static final String POSTGRES = "postgres:18";

	static final String KAFKA = "apache/kafka:4.1.2";

	static final String REDIS = "redis:7.4-alpine";

	private Images() {
	}

}
