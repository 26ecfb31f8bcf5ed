package io.kehu.platform.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.netflix.eureka.EurekaDiscoveryClient;

/**
 * Hides instances in the registry that their service has not signed, so that a name in
 * the registry alone attracts no requests.
 */
final class GenuineInstances implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(GenuineInstances.class);

	private static final int REMEMBERED_WARNINGS = 1_000;

	private final ObjectProvider<LinkPeers> peers;

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	GenuineInstances(ObjectProvider<LinkPeers> peers) {
		this.peers = peers;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof EurekaDiscoveryClient registry) ? new Filtered(registry) : bean;
	}

	private boolean isGenuine(String service, ServiceInstance instance) {
		String id = instance.getInstanceId();
		Map<String, String> metadata = instance.getMetadata();
		boolean genuine = id != null && metadata != null && this.peers.getObject()
			.isGenuine(service, id, instance.getHost(), instance.getPort(), metadata.get(SignedInstance.METADATA_KEY));
		if (!genuine && this.warned.size() < REMEMBERED_WARNINGS
				&& this.warned.add(service + " " + instance.getHost() + ":" + instance.getPort())) {
			logger.warn("{}:{} is registered as {} without the signature of that service and is ignored",
					instance.getHost(), instance.getPort(), service);
		}
		return genuine;
	}

	/**
	 * The registry without the instances that are not genuine.
	 */
	private final class Filtered implements DiscoveryClient {

		private final DiscoveryClient registry;

		private Filtered(DiscoveryClient registry) {
			this.registry = registry;
		}

		@Override
		public String description() {
			return this.registry.description();
		}

		@Override
		public List<ServiceInstance> getInstances(String serviceId) {
			return this.registry.getInstances(serviceId)
				.stream()
				.filter((instance) -> isGenuine(serviceId, instance))
				.toList();
		}

		@Override
		public List<String> getServices() {
			return this.registry.getServices();
		}

		@Override
		public void probe() {
			this.registry.probe();
		}

		@Override
		public int getOrder() {
			return this.registry.getOrder();
		}

	}

}
