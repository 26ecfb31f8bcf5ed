package io.kehu.deploy.local.scenario;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Java clients that OpenAPI Generator makes from the descriptions of services, compiled
 * together with a program in {@code deploy/clients/java} that uses them.
 */
final class GeneratedJavaClient {

	private static final Path GENERATOR = Path.of("target/generator/openapi-generator-cli.jar");

	private static final Path SOURCES = Path.of("target/clients/java").toAbsolutePath();

	private static final Path CLASSES = Path.of("target/clients/classes");

	private static final long MINUTES = 3;

	private final Path root;

	private final List<String> settings = new ArrayList<>();

	GeneratedJavaClient(Path root) {
		this.root = root;
	}

	/** Adds the client of a service, in a package with this name. */
	GeneratedJavaClient of(String name, String description) throws IOException {
		String own = "io.kehu.client." + name;
		Map<String, ?> parts = Map.of("apis", "", "models", "", "supportingFiles", "", "apiTests", "false",
				"modelTests", "false", "apiDocs", "false", "modelDocs", "false");
		Map<String, ?> options = Map.of("openApiNullable", false, "useJakartaEe", true, "useSingleRequestParameter",
				true, "sourceFolder", ".");
		Path file = SOURCES.resolveSibling(name + ".json");
		Files.createDirectories(file.getParent());
		Files.writeString(file,
				JsonMapper.shared()
					.writeValueAsString(Map.of("inputSpec", this.root.resolve(description).toString(), "outputDir",
							SOURCES.resolve(name).toString(), "generatorName", "java", "library", "native",
							"invokerPackage", own, "apiPackage", own + ".api", "modelPackage", own + ".model",
							"globalProperties", parts, "additionalProperties", options)));
		this.settings.add(file.toString());
		return this;
	}

	/** Generates the clients and compiles everything. */
	void compile() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-jar", GENERATOR.toString(),
				"batch", "--fail-fast", "--timeout", String.valueOf(MINUTES)));
		command.addAll(this.settings);
		end(command);
		Files.createDirectories(CLASSES);
		List<String> arguments = new ArrayList<>(
				List.of("-nowarn", "-proc:none", "--release", "17", "-cp", classPath(), "-d", CLASSES.toString()));
		for (Path folder : List.of(SOURCES, this.root.resolve("deploy/clients/java"))) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
			}
		}
		int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
		assertThat(status).as("the generated clients compile").isZero();
	}

	/** Runs the program and returns what it printed. */
	String run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(java(), "-XX:TieredStopAtLevel=1", "-cp", CLASSES + File.pathSeparator + classPath(), program));
		command.addAll(List.of(arguments));
		return end(command);
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

	private static String end(List<String> command) throws IOException, InterruptedException {
		Path output = Files.createTempFile("client", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
		process.destroyForcibly();
		String printed = Files.readString(output, StandardCharsets.UTF_8);
		Files.delete(output);
		assertThat(ended).as(printed).isTrue();
		assertThat(process.exitValue()).as(printed).isZero();
		return printed;
	}

}
