package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The topics that an application publishes, according to its AsyncAPI document.
 */
final class PublishedTopics {

	private static final Pattern ADDRESS = Pattern.compile("(?m)^\\s+address: *[\"']?([A-Za-z0-9._-]+)");

	private PublishedTopics() {
	}

	/**
	 * Returns the topics of an application.
	 * @param application the name of the application
	 * @param root the root folder of the project
	 * @return the topics, empty if it publishes none
	 */
	static List<String> of(String application, Path root) {
		Path module = root.resolve(application);
		// A service with several modules has its resources in the one called "service"
		Path service = module.resolve("service");
		Path file = (Files.isDirectory(service) ? service : module).resolve("src/main/resources/events/asyncapi.yaml");
		if (Files.notExists(file)) {
			return List.of();
		}
		try {
			return ADDRESS.matcher(Files.readString(file)).results().map((found) -> found.group(1)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
