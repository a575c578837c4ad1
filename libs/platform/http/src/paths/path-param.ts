import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';

/** A path parameter that is parsed. Declares it as a string for Swagger, which would show the parsed type. */
export function PathParam(name: string, pipe: PipeTransform): ParameterDecorator {
  return (target, method, index) => {
    Param(name, pipe)(target, method, index);
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
    if (method && descriptor) ApiParam({ name, type: String })(target, method, descriptor);
  };
}
