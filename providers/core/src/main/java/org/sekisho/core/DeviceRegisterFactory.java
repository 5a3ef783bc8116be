package org.sekisho.core;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link DeviceRegister}. */
public interface DeviceRegisterFactory extends ProviderFactory<DeviceRegister> {}
