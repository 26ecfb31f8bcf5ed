package io.kehu.platform.web;

import java.util.Map;

import com.netflix.appinfo.ApplicationInfoManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.context.ApplicationListener;

/**
 * Announces the paths of a service with its registration.
 */
final class RegisteredPaths implements SmartInitializingSingleton, ApplicationListener<ApplicationReadyEvent> {

	private final ServedPaths paths;

	private final ObjectProvider<EurekaInstanceConfigBean> instance;

	private final ObjectProvider<ApplicationInfoManager> registration;

	RegisteredPaths(ServedPaths paths, ObjectProvider<EurekaInstanceConfigBean> instance,
			ObjectProvider<ApplicationInfoManager> registration) {
		this.paths = paths;
		this.instance = instance;
		this.registration = registration;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.instance.ifAvailable((settings) -> settings.getMetadataMap().putAll(metadata()));
	}

	/** Completes a registration that was prepared before the paths were known. */
	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.registration.ifAvailable((prepared) -> prepared.registerAppMetadata(metadata()));
	}

	private Map<String, String> metadata() {
		return Map.of("resources", String.join(",", this.paths.resources()), "streams",
				String.join(",", this.paths.streams()));
	}

}
