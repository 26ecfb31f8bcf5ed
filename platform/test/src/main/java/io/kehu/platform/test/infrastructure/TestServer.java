package io.kehu.platform.test.infrastructure;

/**
 * A server as tests use it, wherever it runs.
 */
interface TestServer extends Faults, AutoCloseable {

	String host();

	int port();

	@Override
	void close();

}
