package io.kehu.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows that each rule on wording catches the example that it is named after.
 */
class ProseTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource("examples")
	void findsThePhrase(String example) throws Exception {
		assertThat(rulesBrokenBy(example)).contains(example);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void findsThePhraseInAWrappedComment(String example) throws Exception {
		assertThat(rulesBrokenBy("\t * " + example.replace(" ", "\n\t * "))).contains(example);
	}

	@Test
	void acceptsPlainEnglish() throws Exception {
		assertThat(rulesBrokenBy("Returns the products with these SKUs. The owner is notified of each change."))
			.isEmpty();
	}

	static Stream<String> examples() throws CheckstyleException {
		return Stream.of(configuration().getChildren())
			.filter((rule) -> rule.getName().equals("RegexpMultiline"))
			.map(ProseTests::id);
	}

	private static String id(Configuration rule) {
		try {
			return rule.getProperty("id");
		}
		catch (CheckstyleException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> rulesBrokenBy(String text) throws Exception {
		Path file = Files.writeString(this.folder.resolve("Planted.java"), text + "\n");
		Findings findings = new Findings();
		Checker checker = new Checker();
		checker.setModuleClassLoader(Checker.class.getClassLoader());
		checker.configure(configuration());
		checker.addListener(findings);
		checker.process(List.of(file.toFile()));
		checker.destroy();
		return findings.rules;
	}

	private static Configuration configuration() throws CheckstyleException {
		return ConfigurationLoader.loadConfiguration(ProjectRoot.resolve("build/checkstyle/prose.xml").toString(),
				new PropertiesExpander(new Properties()));
	}

	/**
	 * Collects the ids of the broken rules.
	 */
	private static final class Findings implements AuditListener {

		private final List<String> rules = new ArrayList<>();

		@Override
		public void addError(AuditEvent event) {
			this.rules.add(event.getModuleId());
		}

		@Override
		public void addException(AuditEvent event, Throwable throwable) {
			throw new IllegalStateException(throwable);
		}

		@Override
		public void auditStarted(AuditEvent event) {
		}

		@Override
		public void auditFinished(AuditEvent event) {
		}

		@Override
		public void fileStarted(AuditEvent event) {
		}

		@Override
		public void fileFinished(AuditEvent event) {
		}

	}

}
