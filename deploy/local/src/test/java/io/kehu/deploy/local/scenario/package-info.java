/**
 * What people and programs live through with the whole system: the real processes,
 * reached through the gateway.
 */
@NullMarked
package io.kehu.deploy.local.scenario;

import org.jspecify.annotations.NullMarked;
