package io.kehu.platform.test.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

class RealDataTests {

	private final String before = System.getProperty(RealDataFolder.PROPERTY, "");

	@TempDir
	private Path folder;

	@BeforeEach
	void choose() {
		System.setProperty(RealDataFolder.PROPERTY, this.folder.toString());
	}

	@AfterEach
	void restore() {
		System.setProperty(RealDataFolder.PROPERTY, this.before);
	}

	@Test
	void runsWhereTheDataIs() throws IOException {
		Files.writeString(this.folder.resolve("orders.csv"), "id");
		run().testEvents().assertStatistics((statistics) -> statistics.succeeded(1).skipped(0));
	}

	@Test
	void skipsWhereAFileIsMissing() {
		run().testEvents().assertStatistics((statistics) -> statistics.succeeded(0).skipped(1));
	}

	@Test
	void skipsWhereThereIsNoFolder() {
		System.setProperty(RealDataFolder.PROPERTY, this.folder.resolve("none").toString());
		run().testEvents().assertStatistics((statistics) -> statistics.succeeded(0).skipped(1));
	}

	private static EngineExecutionResults run() {
		return EngineTestKit.engine("junit-jupiter").selectors(selectClass(Orders.class)).execute();
	}

	static class Orders {

		@Test
		@RealData("orders.csv")
		void areRead() {
			assertThat(RealDataFolder.resolve("orders.csv")).hasContent("id");
		}

	}

}
