package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTests {

	@Test
	void aScaledServiceCountsItsPortsUpAndCarriesItsWeights() {
		Settings settings = Settings.defaults().withInstances("customer-service", List.of(5, 3, 0));
		assertThat(settings.instances().stream().filter((instance) -> instance.name().startsWith("customer")))
			.extracting(ApplicationInstance::name, ApplicationInstance::port, ApplicationInstance::weight)
			.containsExactly(Tuple.tuple("customer-service-1", 9100, 5), Tuple.tuple("customer-service-2", 9101, 3),
					Tuple.tuple("customer-service-3", 9102, 0));
	}

	@Test
	void usuallyEveryApplicationRunsOnceAtItsPort() {
		assertThat(Settings.defaults().listeners()).containsEntry(8080, "gateway")
			.containsEntry(8761, "discovery")
			.containsEntry(9000, "auth-service")
			.containsEntry(9100, "customer-service")
			.containsEntry(9200, "order-service")
			.containsEntry(9300, "migration-service")
			.containsEntry(5442, "postgresql")
			.containsEntry(9092, "kafka")
			.containsEntry(6390, "redis")
			.containsEntry(6391, "redis-logins")
			.containsEntry(8081, "gateway-operations")
			.hasSize(11);
	}

	@Test
	void aPortBaseLeavesRoomForEveryInstance() {
		Settings settings = Settings.defaults().withPortBase(18_000);
		for (Application application : Topology.APPLICATIONS) {
			if (application.scalable()) {
				settings = settings.withInstances(application.name(), Collections.nCopies(Topology.MOST_INSTANCES, 1));
			}
		}
		assertThat(settings.listeners()).hasSize(4 + 3 + 4 * Topology.MOST_INSTANCES).containsEntry(18_000, "gateway");
	}

	@Test
	void whatIsLeftOutDoesNotListenHere() {
		Settings settings = Settings.defaults().without("customer-service");
		assertThat(settings.listeners()).doesNotContainValue("customer-service").hasSize(10);
	}

	@Test
	void settingsAreTheSameAfterSavingAndLoading(@TempDir Path folder) {
		Settings settings = Settings.defaults()
			.withPortBase(20_000)
			.withInstances("order-service", List.of(2, 1))
			.without("gateway")
			.withTraces("http://localhost:4318/v1/traces")
			.withEviction(EvictionPolicy.LFU);
		settings.save(folder.resolve("settings"));
		assertThat(Settings.load(folder.resolve("settings"))).isEqualTo(settings);
	}

}
