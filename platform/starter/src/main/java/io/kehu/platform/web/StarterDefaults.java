package io.kehu.platform.web;

import java.io.IOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts the settings that all services share beneath their own.
 */
final class StarterDefaults implements EnvironmentPostProcessor {

	private static final String FILE = "kehu-starter-defaults.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		try {
			environment.getPropertySources()
				.addLast(new ResourcePropertySource("kehuStarterDefaults", new ClassPathResource(FILE)));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The starter lacks " + FILE, ex);
		}
	}

}
