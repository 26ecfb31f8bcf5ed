package io.kehu.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A kind of record is small, since everything that kinds have in common is in the kit: a
 * plain one in particular, but also one with rules of its own.
 */
class RecordBudgetTests {

	@ParameterizedTest
	@CsvSource({ "customer-service/src/main/java/io/kehu/customer/contact, 5, 235",
			"order-service/src/main/java/io/kehu/order/category, 5, 220",
			"order-service/src/main/java/io/kehu/order/tax, 5, 220",
			"auth-service/src/main/java/io/kehu/auth/role, 8, 300",
			"auth-service/src/main/java/io/kehu/auth/team, 8, 300" })
	void staysWithinItsBudget(String folder, int mostFiles, long mostLines) throws IOException {
		List<Path> sources;
		try (Stream<Path> files = Files.list(ProjectRoot.resolve(folder))) {
			sources = files.filter((file) -> !file.endsWith("package-info.java")).toList();
		}
		assertThat(sources).hasSizeLessThanOrEqualTo(mostFiles);
		long lines = 0;
		for (Path source : sources) {
			lines += Files.readAllLines(source).size();
		}
		assertThat(lines).isLessThanOrEqualTo(mostLines);
	}

}
