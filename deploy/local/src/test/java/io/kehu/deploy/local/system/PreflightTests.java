package io.kehu.deploy.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.kehu.platform.embedded.FreePorts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreflightTests {

	@Test
	void aPortInUseIsReportedWithAlternatives() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertThatThrownBy(() -> Preflight.ports(Map.of(port, "customer-service-2")))
				.isInstanceOf(LaunchFailure.class)
				.hasMessageContaining("Port " + port + " (customer-service-2) is in use")
				.hasMessageContaining("--port customer-service=" + (port + 1));
		}
	}

	@Test
	void acceptsAFreePort() {
		int port = FreePorts.next();
		assertThatCode(() -> Preflight.ports(Map.of(port, "gateway"))).doesNotThrowAnyException();
	}

	@Test
	void theDefaultSystemNeedsABoundedAmountOfMemory() {
		long needed = Preflight.memoryNeeded(Settings.defaults().instances(), 3);
		assertThat(needed).isBetween(1500L, 3584L);
		assertThat(Preflight.memoryNeeded(Settings.defaults().without("order-service").instances(), 3))
			.isLessThan(needed);
	}

	@Test
	void tooLittleMemoryIsReportedWithFiguresAndAlternatives() {
		List<ApplicationInstance> many = Collections.nCopies(10_000, Settings.defaults().instances().get(0));
		assertThatThrownBy(() -> Preflight.memory(many, 3)).isInstanceOf(LaunchFailure.class)
			.hasMessageMatching("Kehu needs about \\d+ MB of free memory, and this machine has \\d+ MB: .*"
					+ "--without.*--ignore-memory\\.");
	}

}
