package io.kehu.platform.cloud;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts Kehu's defaults beneath whatever a process configures itself, so that services
 * need next to no configuration.
 * <p>
 * {@code local} holds unless the profile {@code cluster} is active; {@code no-eureka}
 * replaces the registry by plain addresses.
 */
final class DefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String CLUSTER = "cluster";

	static final String NO_EUREKA = "no-eureka";

	/** The file in which each module of the platform keeps its defaults. */
	private static final String MODULES = "kehu-module-defaults.properties";

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> names = new ArrayList<>();
		if (environment.acceptsProfiles(Profiles.of(NO_EUREKA))) {
			names.add("kehu-defaults-no-eureka.properties");
		}
		names.add(environment.acceptsProfiles(Profiles.of(CLUSTER)) ? "kehu-defaults-cluster.properties"
				: "kehu-defaults-local.properties");
		names.add("kehu-defaults.properties");
		try {
			for (String name : names) {
				environment.getPropertySources().addLast(new ResourcePropertySource(name, new ClassPathResource(name)));
			}
			for (URL module : Collections.list(getClass().getClassLoader().getResources(MODULES))) {
				environment.getPropertySources()
					.addLast(new ResourcePropertySource(module.toString(), new UrlResource(module)));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read the defaults", ex);
		}
	}

}
