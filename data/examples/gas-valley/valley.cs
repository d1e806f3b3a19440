<?xml version="1.0" encoding="UTF-8"?>
<!-- Invented: two equal machines that run alone or side by side. -->
<compressorStations xmlns="http://gaslib.zib.de/CompressorStations">
  <compressorStation id="cs-pass">
    <compressors>
      <turboCompressor drive="turbine-north" id="north">
        <speedMin value="4500" unit="per_min"/>
        <speedMax value="9000" unit="per_min"/>
        <n_isoline_coeff_1 value="0"/>
        <n_isoline_coeff_2 value="0"/>
        <n_isoline_coeff_3 value="6e-07"/>
        <n_isoline_coeff_4 value="0"/>
        <n_isoline_coeff_5 value="0.0002"/>
        <n_isoline_coeff_6 value="0"/>
        <n_isoline_coeff_7 value="-1.2"/>
        <n_isoline_coeff_8 value="0"/>
        <n_isoline_coeff_9 value="0"/>
        <eta_ad_isoline_coeff_1 value="0.5"/>
        <eta_ad_isoline_coeff_2 value="0"/>
        <eta_ad_isoline_coeff_3 value="0"/>
        <eta_ad_isoline_coeff_4 value="0.2"/>
        <eta_ad_isoline_coeff_5 value="0"/>
        <eta_ad_isoline_coeff_6 value="0"/>
        <eta_ad_isoline_coeff_7 value="-0.03"/>
        <eta_ad_isoline_coeff_8 value="0"/>
        <eta_ad_isoline_coeff_9 value="0"/>
        <surgeline_coeff_1 value="-20"/>
        <surgeline_coeff_2 value="30"/>
        <surgeline_coeff_3 value="0"/>
        <chokeline_coeff_1 value="-10"/>
        <chokeline_coeff_2 value="4"/>
        <chokeline_coeff_3 value="0"/>
      </turboCompressor>
      <turboCompressor drive="turbine-south" id="south">
        <speedMin value="4500" unit="per_min"/>
        <speedMax value="9000" unit="per_min"/>
        <n_isoline_coeff_1 value="0"/>
        <n_isoline_coeff_2 value="0"/>
        <n_isoline_coeff_3 value="6e-07"/>
        <n_isoline_coeff_4 value="0"/>
        <n_isoline_coeff_5 value="0.0002"/>
        <n_isoline_coeff_6 value="0"/>
        <n_isoline_coeff_7 value="-1.2"/>
        <n_isoline_coeff_8 value="0"/>
        <n_isoline_coeff_9 value="0"/>
        <eta_ad_isoline_coeff_1 value="0.5"/>
        <eta_ad_isoline_coeff_2 value="0"/>
        <eta_ad_isoline_coeff_3 value="0"/>
        <eta_ad_isoline_coeff_4 value="0.2"/>
        <eta_ad_isoline_coeff_5 value="0"/>
        <eta_ad_isoline_coeff_6 value="0"/>
        <eta_ad_isoline_coeff_7 value="-0.03"/>
        <eta_ad_isoline_coeff_8 value="0"/>
        <eta_ad_isoline_coeff_9 value="0"/>
        <surgeline_coeff_1 value="-20"/>
        <surgeline_coeff_2 value="30"/>
        <surgeline_coeff_3 value="0"/>
        <chokeline_coeff_1 value="-10"/>
        <chokeline_coeff_2 value="4"/>
        <chokeline_coeff_3 value="0"/>
      </turboCompressor>
    </compressors>
    <drives>
      <gasTurbine id="turbine-north">
        <energy_rate_fun_coeff_1 value="2500"/>
        <energy_rate_fun_coeff_2 value="2.6"/>
        <energy_rate_fun_coeff_3 value="0"/>
        <power_fun_coeff_1 value="-1000"/>
        <power_fun_coeff_2 value="2.2"/>
        <power_fun_coeff_3 value="-0.0001"/>
        <power_fun_coeff_4 value="5"/>
        <power_fun_coeff_5 value="-0.011"/>
        <power_fun_coeff_6 value="0"/>
        <power_fun_coeff_7 value="0"/>
        <power_fun_coeff_8 value="0"/>
        <power_fun_coeff_9 value="0"/>
      </gasTurbine>
      <gasTurbine id="turbine-south">
        <energy_rate_fun_coeff_1 value="2500"/>
        <energy_rate_fun_coeff_2 value="2.6"/>
        <energy_rate_fun_coeff_3 value="0"/>
        <power_fun_coeff_1 value="-1000"/>
        <power_fun_coeff_2 value="2.2"/>
        <power_fun_coeff_3 value="-0.0001"/>
        <power_fun_coeff_4 value="5"/>
        <power_fun_coeff_5 value="-0.011"/>
        <power_fun_coeff_6 value="0"/>
        <power_fun_coeff_7 value="0"/>
        <power_fun_coeff_8 value="0"/>
        <power_fun_coeff_9 value="0"/>
      </gasTurbine>
    </drives>
    <configurations>
      <configuration confId="one" nrOfSerialStages="1">
        <stage stageNr="1" nrOfParallelUnits="1">
          <compressor id="north" nominalSpeed="7500"/>
        </stage>
      </configuration>
      <configuration confId="both" nrOfSerialStages="1">
        <stage stageNr="1" nrOfParallelUnits="2">
          <compressor id="north" nominalSpeed="7500"/>
          <compressor id="south" nominalSpeed="7500"/>
        </stage>
      </configuration>
    </configurations>
  </compressorStation>
</compressorStations>
