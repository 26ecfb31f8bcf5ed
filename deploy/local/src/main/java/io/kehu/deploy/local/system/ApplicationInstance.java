package io.kehu.deploy.local.system;

/**
 * One instance of an application, for example the second of three instances of
 * customer-service.
 *
 * @param application the application
 * @param name the name of the instance, such as <code>customer-service-2</code> if there
 * are several
 * @param port the port that it listens on
 * @param weight its share of the requests
 */
public record ApplicationInstance(Application application, String name, int port, int weight) {
}
