/**
 * Scenarios with the whole system: the real processes, accessed through the gateway.
 */
@NullMarked
package io.kehu.deploy.local.scenario;

import org.jspecify.annotations.NullMarked;
