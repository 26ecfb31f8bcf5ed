/**
 * What tests of services that call other services need.
 */
@NullMarked
package io.kehu.platform.test.client;

import org.jspecify.annotations.NullMarked;
