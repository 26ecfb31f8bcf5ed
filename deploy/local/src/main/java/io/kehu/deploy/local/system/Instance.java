package io.kehu.deploy.local.system;

/**
 * One process of an application: the second of three customer-services, say.
 *
 * @param application what it runs
 * @param name its own name, <code>customer-service-2</code> when there are several
 * @param port where it listens
 * @param weight its share of the requests
 */
public record Instance(Application application, String name, int port, int weight) {
}
